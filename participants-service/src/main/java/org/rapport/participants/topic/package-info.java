/** The taxonomy that needs and offers are coded with. Depends on no other feature. */
package org.rapport.participants.topic;
