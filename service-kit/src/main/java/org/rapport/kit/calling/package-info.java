/** Asking other services, as this service itself. */
package org.rapport.kit.calling;
