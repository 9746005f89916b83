package org.rapport.kit;

import org.rapport.kit.testing.Architecture;

class KitArchitectureTest extends Architecture {}
