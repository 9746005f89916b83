/** What the form that asks people what came of an event shows: names, to whoever took part too, and nowhere else. */
package org.rapport.participants.followup;
