/** What the logs of all services have in common. */
package org.rapport.kit.logging;
