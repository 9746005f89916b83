/** Lists by keyset: any page costs the same, and nothing is skipped or shown twice while others write. */
package org.rapport.kit.paging;
