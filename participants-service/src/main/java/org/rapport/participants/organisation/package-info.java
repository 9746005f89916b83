/** Organisations that people are affiliated to. Depends on no other feature. */
package org.rapport.participants.organisation;
