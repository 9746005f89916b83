/** What the community of an event does together. Depends on no other feature. */
package org.rapport.exchanges.community;
