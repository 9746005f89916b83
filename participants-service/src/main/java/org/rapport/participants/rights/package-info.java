/**
 * What people may ask for: everything that is held on them, and that nothing is held any more. Depends on participant;
 * what else names people is reached through the writers that follow them.
 */
package org.rapport.participants.rights;
