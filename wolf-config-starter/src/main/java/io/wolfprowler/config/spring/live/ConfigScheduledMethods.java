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

package io.wolfprowler.config.spring.live;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

import io.wolfprowler.config.ConfigManager;
import io.wolfprowler.config.Subscription;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.AopInfrastructureBean;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.DestructionAwareBeanPostProcessor;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.MethodIntrospector.MetadataLookup;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.scheduling.support.ScheduledMethodRunnable;

/**
 * Schedules the {@link ConfigScheduled} methods of beans, from their creation to their
 * destruction.
 */
public final class ConfigScheduledMethods implements DestructionAwareBeanPostProcessor, SmartInitializingSingleton {

	private final ObjectProvider<ConfigSchedules> schedules;

	private final ObjectProvider<ConfigManager<?>> managers;

	private final Queue<ScheduledMethod> waiting = new ConcurrentLinkedQueue<>();

	private final Map<Object, List<Subscription>> subscriptions = Collections.synchronizedMap(new IdentityHashMap<>());

	private final Set<Class<?>> typesWithoutMethods = ConcurrentHashMap.newKeySet();

	private volatile boolean ready;

	/**
	 * Create a post-processor.
	 * @param schedules supplies the schedules that run the methods
	 * @param managers supplies the managers that the methods name
	 */
	public ConfigScheduledMethods(ObjectProvider<ConfigSchedules> schedules,
			ObjectProvider<ConfigManager<?>> managers) {
		this.schedules = schedules;
		this.managers = managers;
	}

	/**
	 * Return whether a class has such methods. Its beans must then be created even if all
	 * beans are lazy.
	 * @param type the class of a bean
	 * @return whether it has such methods
	 */
	public static boolean existIn(Class<?> type) {
		return !methodsOf(type).isEmpty();
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (!(bean instanceof AopInfrastructureBean)) {
			find(bean, AopUtils.getTargetClass(bean));
			if (this.ready) {
				scheduleWaiting();
			}
		}
		return bean;
	}

	// Not earlier, because a bean that a manager depends on may have such methods, too.
	@Override
	public void afterSingletonsInstantiated() {
		this.ready = true;
		scheduleWaiting();
	}

	@Override
	public boolean requiresDestruction(Object bean) {
		return this.subscriptions.containsKey(bean)
				|| this.waiting.stream().anyMatch((method) -> method.target() == bean);
	}

	@Override
	public void postProcessBeforeDestruction(Object bean, String beanName) {
		this.waiting.removeIf((method) -> method.target() == bean);
		List<Subscription> ended = this.subscriptions.remove(bean);
		if (ended != null) {
			ended.forEach(Subscription::close);
		}
	}

	// Cached, because a class may have many beans, for example one for each request.
	private void find(Object bean, Class<?> type) {
		if (!this.typesWithoutMethods.contains(type)) {
			Map<Method, ConfigScheduled> methods = methodsOf(type);
			if (methods.isEmpty()) {
				this.typesWithoutMethods.add(type);
			}
			methods.forEach((method, annotation) -> this.waiting.add(new ScheduledMethod(bean, method, annotation)));
		}
	}

	private void scheduleWaiting() {
		for (ScheduledMethod method = this.waiting.poll(); method != null; method = this.waiting.poll()) {
			Subscription subscription = schedule(method, manager(method.annotation().manager()));
			this.subscriptions.computeIfAbsent(method.target(), (same) -> new ArrayList<>()).add(subscription);
		}
	}

	private <T> Subscription schedule(ScheduledMethod method, ConfigManager<T> manager) {
		LiveInterval<T> interval = LiveInterval.at(method.annotation().key(), method.annotation().unit());
		return this.schedules.getObject().every(manager, interval, method.task());
	}

	private ConfigManager<?> manager(String name) {
		return this.managers.stream()
			.filter((manager) -> manager.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException(
					"@ConfigScheduled names the configuration manager '" + name + "', but there are only "
							+ this.managers.stream()
								.map(ConfigManager::name)
								.sorted()
								.collect(Collectors.joining(", ", "[", "]"))));
	}

	// Skips the many classes that can't have such methods.
	private static Map<Method, ConfigScheduled> methodsOf(Class<?> type) {
		return (type.getName().startsWith("org.springframework.")
				|| !AnnotationUtils.isCandidateClass(type, ConfigScheduled.class)) ? Map.of()
						: MethodIntrospector.selectMethods(type,
								(MetadataLookup<ConfigScheduled>) ConfigScheduledMethods::annotation);
	}

	private static @Nullable ConfigScheduled annotation(Method method) {
		return AnnotatedElementUtils.findMergedAnnotation(method, ConfigScheduled.class);
	}

	/**
	 * A method to be scheduled.
	 */
	private record ScheduledMethod(Object bean, Method method, ConfigScheduled annotation) {

		// The container destroys the target, not the proxy.
		Object target() {
			Object target = AopProxyUtils.getSingletonTarget(this.bean);
			return (target != null) ? target : this.bean;
		}

		Runnable task() {
			if (this.method.getParameterCount() > 0) {
				throw new IllegalStateException(
						"@ConfigScheduled needs a method without parameters, found " + this.method);
			}
			return new ScheduledMethodRunnable(this.bean,
					AopUtils.selectInvocableMethod(this.method, this.bean.getClass()));
		}

	}

}
