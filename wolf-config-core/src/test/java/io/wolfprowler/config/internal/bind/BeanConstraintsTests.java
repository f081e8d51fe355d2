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

package io.wolfprowler.config.internal.bind;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.wolfprowler.config.Problem;
import io.wolfprowler.config.TomlKey;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.constraints.Range;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BeanConstraints}.
 */
class BeanConstraintsTests {

	private static final String CANARY = "canary-4711";

	private static final ValidatorFactory FACTORY = Validation.byProvider(HibernateValidator.class)
		.configure()
		.defaultLocale(Locale.ENGLISH)
		.locales(Set.of(Locale.ENGLISH))
		.buildValidatorFactory();

	private final BeanConstraints<Shop> constraints = new BeanConstraints<>(FACTORY.getValidator(), Shop.class);

	@AfterAll
	static void closeFactory() {
		FACTORY.close();
	}

	@Test
	void validConfigHasNoProblems() {
		assertThat(this.constraints.validate(valid())).isEmpty();
	}

	@Test
	void violationsAreProblemsWithTomlKeys() {
		Shop shop = new Shop(0, " ", new Peer("", 1, "long-enough"),
				List.of(new Peer("a", 1, "long-enough"), new Peer("b", 70000, "long-enough")), List.of("x", ""),
				Map.of("a.b", -1), Map.of("hub", new Peer("", 1, "long-enough")), Optional.of(""), Set.of(),
				"long-enough", List.of());

		assertThat(this.constraints.validate(shop)).containsExactly(
				Problem.invalid("by_name.hub.host_name", "must not be blank, found \"\""),
				Problem.invalid("limits.\"a.b\"", "must be greater than 0, found -1"),
				Problem.invalid("main_peer.host_name", "must not be blank, found \"\""),
				Problem.invalid("maybe", "must not be blank, found \"\""),
				Problem.invalid("names[1]", "must not be blank, found \"\""),
				Problem.invalid("peerList[1].web_port", "must be less than or equal to 65535, found 70000"),
				Problem.invalid("shopName", "must not be blank, found \" \""),
				Problem.invalid("web_port", "must be greater than or equal to 1, found 0"));
	}

	@Test
	void elementOfSetHasTheKeyOfTheSet() {
		Shop shop = valid().with(Set.of(new Peer("x", 0, "long-enough")), "long-enough", List.of());

		assertThat(this.constraints.validate(shop))
			.containsExactly(Problem.invalid("peer_set.web_port", "must be greater than or equal to 1, found 0"));
	}

	@Test
	void secretsAreMasked() {
		Shop shop = valid().with(Set.of(new Peer("x", 1, CANARY.substring(0, 6))), CANARY, List.of(CANARY, CANARY));

		List<Problem> problems = this.constraints.validate(shop);

		assertThat(problems).extracting(Problem::key).containsExactly("admin_password", "api_token", "peer_set.secret");
		assertThat(problems.toString()).doesNotContain(CANARY).doesNotContain(CANARY.substring(0, 6));
		assertThat(problems.get(0).message()).isEqualTo("admin_password must match \"[a-z-]+\", found ***");
	}

	@Test
	void missingValueIsNotQuoted() {
		BeanConstraints<Needed> needed = new BeanConstraints<>(FACTORY.getValidator(), Needed.class);

		assertThat(needed.validate(new Needed(null))).containsExactly(Problem.invalid("text", "must not be null"));
	}

	@Test
	void methodThatIsNoComponentIsAboutItsRecord() {
		BeanConstraints<Span> span = new BeanConstraints<>(FACTORY.getValidator(), Span.class);

		assertThat(span.validate(new Span(2, 1, "long-enough")))
			.containsExactly(new Problem(Problem.Stage.VALIDATE, null, 0, 0, "from must be before to"));
	}

	@Test
	void secretIsMaskedInAMessageThatQuotesIt() {
		BeanConstraints<Span> span = new BeanConstraints<>(FACTORY.getValidator(), Span.class);

		assertThat(span.validate(new Span(1, 2, CANARY)))
			.containsExactly(Problem.invalid("secret", "*** is too well known, found ***"));
	}

	@Test
	void constraintsOfOthersAreEnforcedWhateverTheirName() {
		BeanConstraints<Foreign> foreign = new BeanConstraints<>(FACTORY.getValidator(), Foreign.class);

		assertThat(foreign.validate(new Foreign(10, 7))).containsExactly(
				Problem.invalid("odd", "must be even, found 7"),
				Problem.invalid("port", "must be between 1 and 9, found 10"));
		assertThat(foreign.validate(new Foreign(9, 8))).isEmpty();
	}

	private static Shop valid() {
		return new Shop(1, "n", new Peer("a", 1, "long-enough"), List.of(), List.of(), Map.of(), Map.of(),
				Optional.of("x"), Set.of(), "long-enough", List.of());
	}

	record Shop(@Min(1) int webPort, @TomlKey("shopName") @NotBlank String name, @Valid Peer mainPeer,
			@TomlKey("peerList") List<@Valid Peer> peers, List<@NotBlank String> names,
			Map<String, @Positive Integer> limits, Map<String, @Valid Peer> byName, Optional<@NotBlank String> maybe,
			Set<@Valid Peer> peerSet, @Pattern(regexp = "[a-z-]+") String adminPassword,
			@Size(max = 1) List<String> apiToken) {

		Shop with(Set<Peer> newPeers, String password, List<String> tokens) {
			return new Shop(this.webPort, this.name, this.mainPeer, this.peers, this.names, this.limits, this.byName,
					this.maybe, newPeers, password, tokens);
		}

	}

	record Peer(@NotBlank String hostName, @Min(1) @Max(65535) int webPort, @Size(min = 8) String secret) {

	}

	record Span(int from, int to,
			@Pattern(regexp = "[a-z-]+", message = "${validatedValue} is too well known") String secret) {

		@AssertTrue(message = "from must be before to")
		boolean isInOrder() {
			return this.from < this.to;
		}

	}

	record Needed(@NotNull String text) {

	}

	record Foreign(@Range(min = 1, max = 9) int port, @Even int odd) {

	}

	@Constraint(validatedBy = Evenness.class)
	@Retention(RetentionPolicy.RUNTIME)
	@Target(ElementType.FIELD)
	@interface Even {

		String message() default "must be even";

		Class<?>[] groups() default {};

		Class<? extends Payload>[] payload() default {};

	}

	public static class Evenness implements ConstraintValidator<Even, Integer> {

		@Override
		public boolean isValid(Integer value, ConstraintValidatorContext context) {
			return value % 2 == 0;
		}

	}

}
