package org.rapport.exchanges;

import org.rapport.kit.testing.Architecture;

class ExchangesArchitectureTest extends Architecture {}
