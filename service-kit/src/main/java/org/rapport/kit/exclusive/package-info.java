/** Work that only one instance of a service may do at a time, on a connection of its own; chores among it. */
package org.rapport.kit.exclusive;
