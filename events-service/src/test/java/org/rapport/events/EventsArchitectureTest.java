package org.rapport.events;

import org.rapport.kit.testing.Architecture;

class EventsArchitectureTest extends Architecture {}
