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
 * Configures a test with a Spring context to use configurations in memory. Every manager
 * of the context reads a document in memory instead of its file: the one declared here,
 * or else a copy of the file. Files are neither watched nor written, and there is no
 * history on disk and no audit log.
 * <p>
 * There is a {@link TestConfig} for each declared configuration, as an {@code @Autowired}
 * field or as a parameter of a test method. When its methods return, all
 * {@code @EventListener} methods have run. Each test method starts with the declared
 * document.
 * <p>
 * Not for tests in AOT mode: it adds objects to the context that code generated ahead of
 * time can't create.
 * <p>
 * Use it with {@code @SpringBootTest}, or without it together with
 * {@code @ContextConfiguration} and the classes under test; then there are managers,
 * their events and the values in the {@code Environment}. Properties of the test override
 * those that this annotation sets.
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
	 * The document that each test method starts with. If it is blank and there is no
	 * {@link #location()}, all values are defaults.
	 * @return the TOML document
	 */
	String value() default "";

	/**
	 * The location of the document on the class path, instead of {@link #value()}:
	 * {@code /gateway.toml}, or without the slash a file beside the test class.
	 * @return the resource, in UTF-8
	 */
	String location() default "";

	/**
	 * The record class of the configuration. For the default manager it sets the property
	 * {@code wolf.config.type}, and is needed only if the application does not. For other
	 * managers it is needed to distinguish several {@link TestConfig} beans.
	 * @return the type, {@code Record} for that of the application
	 */
	Class<?> type() default Record.class;

	/**
	 * The name of the manager, as passed to {@code ConfigManagerFactory}.
	 * @return the name; empty for the default manager, or the application's own of the
	 * same type
	 */
	String manager() default "";

	/**
	 * Several configurations of different managers.
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
