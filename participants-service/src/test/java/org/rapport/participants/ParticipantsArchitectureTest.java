package org.rapport.participants;

import org.rapport.kit.testing.Architecture;

class ParticipantsArchitectureTest extends Architecture {}
