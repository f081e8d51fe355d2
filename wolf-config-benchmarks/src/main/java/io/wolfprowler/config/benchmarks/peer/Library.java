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

package io.wolfprowler.config.benchmarks.peer;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.wolfprowler.config.benchmarks.text.Format;

/**
 * Everything that is measured, and what can be asked of it.
 */
public enum Library {

	/** Nothing but the wait for an event: no value is read. */
	BARE_WATCH("bare WatchService", "", Format.PROPERTIES, BareWatchPeer::new, Use.WATCH, Use.SIGNAL),

	/** The least that does the work: read, split, bind 17 keys by hand. */
	FLOOR("floor", "", Format.PROPERTIES, FloorPeer::new, Use.READ, Use.RELOAD, Use.WATCH),

	/** Wolf Config, with the debounce at its minimum. */
	WOLF("**wolf-config**", "wolf-config-starter", Format.TOML, WolfPeer::eager, Use.READ, Use.RELOAD, Use.WATCH),

	/** Wolf Config as it comes. */
	WOLF_DEFAULTS("**wolf-config**, defaults", "wolf-config-starter", Format.TOML, WolfPeer::withDefaults, Use.WATCH,
			Use.SLOW),

	/**
	 * Decode, parse in full, flatten, compare: what an incremental reload has to beat.
	 */
	FULL_PARSE("full tomlj parse", "tomlj", Format.TOML, FullParsePeer::new, Use.RELOAD, Use.WATCH),

	/** Archaius 2. */
	ARCHAIUS("archaius2", "archaius2-core", Format.PROPERTIES, ArchaiusPeer::new, Use.READ, Use.RELOAD, Use.WATCH),

	/** Avaje Config. */
	AVAJE("avaje-config", "avaje-config", Format.PROPERTIES, AvajePeer::new, Use.READ, Use.RELOAD, Use.WATCH, Use.SLOW),

	/** Commons Configuration. */
	COMMONS("commons-configuration2", "commons-configuration2", Format.PROPERTIES, CommonsPeer::new, Use.READ,
			Use.RELOAD, Use.WATCH),

	/** Gestalt with properties. */
	GESTALT("gestalt", "gestalt-core", Format.PROPERTIES, GestaltPeer::new, Use.READ, Use.RELOAD, Use.WATCH),

	/** Gestalt with its TOML module. */
	GESTALT_TOML("gestalt-toml", "gestalt-toml", Format.TOML, GestaltPeer::new, Use.READ, Use.RELOAD, Use.WATCH),

	/** Helidon Config. */
	HELIDON("helidon-config", "helidon-config", Format.PROPERTIES, HelidonPeer::new, Use.READ, Use.RELOAD, Use.WATCH,
			Use.SMALL),

	/** Jackson's TOML mapper, which neither watches nor validates. */
	JACKSON("jackson-toml", "jackson-dataformat-toml-3", Format.TOML, JacksonPeer::new, Use.READ, Use.RELOAD),

	/** The environment of a Micronaut context. */
	MICRONAUT("micronaut", "micronaut-context", Format.PROPERTIES, MicronautPeer::new, Use.READ, Use.RELOAD, Use.WATCH),

	/** Night Config. */
	NIGHT_CONFIG("night-config", "toml", Format.TOML, NightConfigPeer::new, Use.READ, Use.RELOAD, Use.WATCH),

	/** OWNER. */
	OWNER("OWNER", "owner", Format.PROPERTIES, OwnerPeer::new, Use.READ, Use.RELOAD, Use.WATCH),

	/** Spring's Environment, which never reloads. */
	ENVIRONMENT("Spring Environment", "spring-core", Format.PROPERTIES, EnvironmentPeer::new, Use.READ),

	/** A bean in refresh scope, and the context refresher. */
	REFRESH_SCOPE("@RefreshScope, ContextRefresher", "spring-cloud-context", Format.PROPERTIES, RefreshScopePeer::new,
			Use.READ, Use.RELOAD, Use.WATCH);

	private final String label;

	private final String artifact;

	private final Format format;

	private final Opening opening;

	private final Set<Use> uses;

	Library(String label, String artifact, Format format, Opening opening, Use... uses) {
		this.label = label;
		this.artifact = artifact;
		this.format = format;
		this.opening = opening;
		this.uses = EnumSet.copyOf(List.of(uses));
	}

	/**
	 * Return those that can be used in a way.
	 * @param use the way
	 * @return the libraries in order
	 */
	public static List<Library> with(Use use) {
		return Arrays.stream(values()).filter((library) -> library.has(use)).toList();
	}

	/**
	 * Return the name in tables.
	 * @return the name
	 */
	public String label() {
		return this.label;
	}

	/**
	 * Return the artifact that this is.
	 * @return the name of a jar without its version, empty when this has none
	 */
	public String artifact() {
		return this.artifact;
	}

	/**
	 * Return the format of the file that this reads.
	 * @return the format
	 */
	public Format format() {
		return this.format;
	}

	/**
	 * Return whether this can be used in a way.
	 * @param use the way
	 * @return whether it can
	 */
	public boolean has(Use use) {
		return this.uses.contains(use);
	}

	/**
	 * Load a file.
	 * @param site the file
	 * @return what has loaded it
	 */
	public Peer open(Site site) {
		try {
			return this.opening.open(site);
		}
		catch (Exception ex) {
			throw new IllegalStateException(this.label + " can't load " + site.file(), ex);
		}
	}

	/**
	 * What can be asked of a library.
	 */
	public enum Use {

		/** Reading a value. */
		READ,

		/** Reading the file again when asked. */
		RELOAD,

		/** Noticing a change of the file. */
		WATCH,

		/** It only notices that something changed. */
		SIGNAL,

		/** It needs more than a moment to notice. */
		SLOW,

		/** It can't load ten thousand keys in bearable time. */
		SMALL

	}

	/**
	 * How a file is loaded.
	 */
	@FunctionalInterface
	private interface Opening {

		Peer open(Site site) throws Exception;

	}

}
