/** Asking other services, as this service itself or in the name of a caller. */
package org.rapport.kit.calling;
