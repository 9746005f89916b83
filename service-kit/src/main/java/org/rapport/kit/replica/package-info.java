/** Whether a thing of another service exists: asked of a replica here, and of its owner only if that does not know yet. */
package org.rapport.kit.replica;
