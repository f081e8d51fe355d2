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
package io.wolfprowler.config.spring.environment;

import java.beans.PropertyDescriptor;
import java.util.Collection;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.util.ObjectUtils;

/**
 * Copies the properties of one bean to another of the same class. As with binding by
 * Spring Boot, a nested bean stays the same object, and a collection without a setter is
 * refilled. Equal values are not set.
 *
 * @param from the bean to copy
 * @param to the bean that is changed
 */
record PropertiesCopy(Object from, Object to) implements Runnable {

	@Override
	public void run() {
		if (this.from == this.to) {
			return;
		}
		BeanWrapper source = PropertyAccessorFactory.forBeanPropertyAccess(this.from);
		BeanWrapper target = PropertyAccessorFactory.forBeanPropertyAccess(this.to);
		for (PropertyDescriptor property : source.getPropertyDescriptors()) {
			String name = property.getName();
			if (!source.isReadableProperty(name)) {
				copyField(name);
			}
			else if (property.getPropertyType() != Class.class) {
				copy(name, source.getPropertyValue(name), target);
			}
		}
	}

	private static void copy(String name, @Nullable Object value, BeanWrapper target) {
		Object present = target.getPropertyValue(name);
		if (ObjectUtils.nullSafeEquals(value, present)) {
			return;
		}
		if (value != null && present != null && value.getClass() == present.getClass() && isBean(value)) {
			new PropertiesCopy(value, present).run();
		}
		else if (target.isWritableProperty(name)) {
			target.setPropertyValue(name, value);
		}
		else {
			refill(present, value);
		}
	}

	@SuppressWarnings("unchecked") // Both are the same property.
	private static void refill(@Nullable Object present, @Nullable Object value) {
		if (present instanceof Collection<?> collection && value instanceof Collection<?> fresh) {
			collection.clear();
			((Collection<Object>) collection).addAll(fresh);
		}
		else if (present instanceof Map<?, ?> map && value instanceof Map<?, ?> fresh) {
			map.clear();
			((Map<Object, Object>) map).putAll(fresh);
		}
	}

	// A property without a getter can be read only from its field.
	private void copyField(String name) {
		DirectFieldAccessor source = new DirectFieldAccessor(this.from);
		DirectFieldAccessor target = new DirectFieldAccessor(this.to);
		if (source.isReadableProperty(name) && target.isWritableProperty(name)) {
			target.setPropertyValue(name, source.getPropertyValue(name));
		}
	}

	private static boolean isBean(Object value) {
		Class<?> type = value.getClass();
		return !(value instanceof Collection) && !(value instanceof Map) && !type.isRecord() && !type.isArray()
				&& !BeanUtils.isSimpleValueType(type) && !type.getName().startsWith("java.") && hasProperties(type);
	}

	private static boolean hasProperties(Class<?> type) {
		for (PropertyDescriptor property : BeanUtils.getPropertyDescriptors(type)) {
			if (property.getWriteMethod() != null) {
				return true;
			}
		}
		return false;
	}

}
