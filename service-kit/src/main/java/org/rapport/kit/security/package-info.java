/** Who calls, in which role, and whose data they may see. */
package org.rapport.kit.security;
