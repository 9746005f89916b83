/** The smallest service: what the kit's parts are tried with when they need one around them. */
package org.rapport.kit.thing;
