/** Who may be the same person as somebody else, and why. Reads the table of participants; depends on no other feature. */
package org.rapport.participants.duplicate;
