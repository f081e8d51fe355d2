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

package io.wolfprowler.config.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.test.context.aot.DisabledInAotMode;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Gives a test with a Spring context a configuration in memory. Every manager of the
 * context reads a text instead of its file: the one that is declared here, or else a copy
 * of what the file holds. The file is not watched and not written, and there are no
 * history on the disk and no audit log.
 * <p>
 * The test gets a {@link TestConfig} for each declared configuration, as an
 * {@code @Autowired} field or as a parameter of a test method. When its methods return,
 * all {@code @EventListener} methods have run. Each test method starts from the declared
 * text again.
 * <p>
 * Not for tests in AOT mode: it puts objects of its own into the context, which code
 * generated ahead of time can't make.
 * <p>
 * Goes with {@code @SpringBootTest}, or alone with {@code @ContextConfiguration} and the
 * classes to test: managers, their events and the values in the {@code Environment} are
 * there then. Properties of the test win over what this annotation sets.
 *
 * <pre class="code">
 * &#064;WolfConfigTest("max_peers = 3")
 * &#064;ContextConfiguration(classes = PeerTable.class)
 * class PeerTableTests {
 *
 *   &#064;Test
 *   void keepsThePeersKnownLongest(&#064;Autowired PeerTable peers, TestConfig&lt;WolfConfig&gt; config) {
 *     peers.connect("alpha");
 *     peers.connect("beta");
 *     config.edit("max_peers = 1");
 *     assertThat(peers.peers()).containsExactly("alpha");
 *   }
 *
 * }
 * </pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@Repeatable(WolfConfigTest.Several.class)
@ExtendWith({ SpringExtension.class, TestConfigParameters.class })
@DisabledInAotMode
public @interface WolfConfigTest {

	/**
	 * The text that each test method starts from. Blank, and without a
	 * {@link #location()}, it means every default.
	 * @return the TOML text
	 */
	String value() default "";

	/**
	 * Where the text is instead, on the class path: {@code /gateway.toml}, or without the
	 * slash a file beside the test class.
	 * @return the resource, in UTF-8
	 */
	String location() default "";

	/**
	 * The record type of the configuration. For the default manager it is the property
	 * {@code wolf.config.type}, and needed only if the application does not set that to
	 * the type already; for another manager it is needed to tell several
	 * {@link TestConfig} beans apart.
	 * @return the type, {@code Record} for that of the application
	 */
	Class<?> type() default Record.class;

	/**
	 * The name of the manager, as {@code ConfigManagerFactory} was given it.
	 * @return the name; empty for the default manager, or the application's own of the
	 * same type
	 */
	String manager() default "";

	/**
	 * Several configurations, each of another manager.
	 */
	@Target(ElementType.TYPE)
	@Retention(RetentionPolicy.RUNTIME)
	@Documented
	@Inherited
	@ExtendWith({ SpringExtension.class, TestConfigParameters.class })
	@DisabledInAotMode
	@interface Several {

		/**
		 * The configurations.
		 * @return one for each manager
		 */
		WolfConfigTest[] value();

	}

}
