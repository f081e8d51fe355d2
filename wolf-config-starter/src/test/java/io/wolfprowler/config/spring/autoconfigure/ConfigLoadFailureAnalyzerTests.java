/*
 * Copyright 2026 the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.wolfprowler.config.spring.autoconfigure;

import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests for {@link ConfigLoadFailureAnalyzer}, which end at what stands on the terminal.
 */
@ExtendWith(OutputCaptureExtension.class)
class ConfigLoadFailureAnalyzerTests {

	private static final String FIX = """

			Action:

			Fix the problems above and restart the application. With wolf.config.start-mode=last-good it starts with the newest version that it accepted before.
			""";

	@TempDir
	Path directory;

	@Test
	void saysHowToCreateAnAbsentFile(CapturedOutput output) {
		assertThat(reportOn("absent.toml", output)).isEqualTo(
				"""
						Description:

						The configuration in DIR/absent.toml can't be used:

						    DIR/absent.toml: does not exist

						Action:

						Create the file, for instance with

						    echo 'web_port = 8080' > 'DIR/absent.toml'

						With wolf.config.create-if-missing=true the application creates it with all keys and their defaults. Started with --wolf.config.template it prints such a file and exits. To use another file, set wolf.config.path; if the application needs none, set wolf.config.type=none. Relative paths are resolved against HERE.
						""");
	}

	@Test
	void saysThatTheFileCannotBeCreated(CapturedOutput output) {
		assertThat(reportOn("etc/absent.toml", output, "--wolf.config.create-if-missing=true")).isEqualTo("""
				Description:

				The configuration in DIR/etc/absent.toml can't be used:

				    DIR/etc/absent.toml: does not exist, and can't be created: there is no directory DIR/etc
				""" + FIX);
	}

	@Test
	void saysWhatSetsNothing(CapturedOutput output) {
		new ConfigFiles(this.directory).write("wolf.toml", "node_name = \"${NO_SUCH_NODE}\"\n");

		assertThat(reportOn("wolf.toml", output)).isEqualTo(
				"""
						Description:

						The configuration in DIR/wolf.toml can't be used:

						    DIR/wolf.toml:1:13: node_name: nothing sets NO_SUCH_NODE; set it, or give a default: ${NO_SUCH_NODE:...}
						"""
						+ FIX);
	}

	@Test
	void saysWhereTheTextIsNoToml(CapturedOutput output) {
		new ConfigFiles(this.directory).write("broken.toml", "node_name = \"wolf\"\nweb_port = = 1\n");

		assertThat(reportOn("broken.toml", output)).startsWith("""
				Description:

				The configuration in DIR/broken.toml can't be used:

				    DIR/broken.toml:2:12: \
				""").endsWith(FIX);
	}

	@Test
	void saysAllThatIsWrong(CapturedOutput output) {
		new ConfigFiles(this.directory).write("wrong.toml", """
				web_prot = 8080
				max_peers = 0
				log_level = 5

				[crypto]
				cipher_suite = "des"
				""");

		assertThat(reportOn("wrong.toml", output)).isEqualTo(
				"""
						Description:

						The configuration in DIR/wrong.toml can't be used:

						    DIR/wrong.toml:1:1: unknown key `web_prot`; did you mean `web_port`?
						    DIR/wrong.toml:2:13: max_peers must be between 1 and 100000, found 0
						    DIR/wrong.toml:3:13: log_level must be a string, found 5
						    DIR/wrong.toml:6:16: crypto.cipher_suite must be one of ChaCha20Poly1305, Aes256Gcm, Aes128Gcm, found "des"
						"""
						+ FIX);
	}

	@Test
	void saysThatTheFileIsEmpty(CapturedOutput output) {
		new ConfigFiles(this.directory).write("empty.toml", "");

		assertThat(reportOn("empty.toml", output)).isEqualTo("""
				Description:

				The configuration in DIR/empty.toml can't be used:

				    DIR/empty.toml: is empty; set wolf.config.allow-empty=true if that means every default
				""" + FIX);
	}

	private String reportOn(String file, CapturedOutput output, String... arguments) {
		assertThatException()
			.isThrownBy(() -> new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
				.run(Stream
					.concat(Stream.of("--wolf.config.path=" + this.directory.resolve(file)), Stream.of(arguments))
					.toArray(String[]::new)));

		assertThat(output).contains("APPLICATION FAILED TO START");
		String report = output.getOut();
		return report.substring(report.indexOf("Description:"))
			.replace(System.lineSeparator(), "\n")
			.replace(this.directory.toString(), "DIR")
			.replace(System.getProperty("user.dir"), "HERE")
			.stripTrailing() + "\n";
	}

	@EnableAutoConfiguration
	static class Application {

	}

}
