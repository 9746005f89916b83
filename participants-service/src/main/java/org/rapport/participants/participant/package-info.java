/** People: who they are, where they work, and what they consented to. Depends on organisation. */
package org.rapport.participants.participant;
