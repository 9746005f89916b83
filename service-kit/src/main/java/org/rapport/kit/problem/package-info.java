/** How every service says no: RFC 9457 problems of a fixed list of kinds. Depends on nothing else of the kit. */
package org.rapport.kit.problem;
