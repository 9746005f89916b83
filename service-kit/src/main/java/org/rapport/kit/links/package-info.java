/** What people get by mail and open without signing in: links with a secret in them, and the pages behind. */
package org.rapport.kit.links;
