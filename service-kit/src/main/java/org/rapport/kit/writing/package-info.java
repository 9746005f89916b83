/**
 * One way to write an aggregate, whether one comes by POST and PATCH or a million by file: check, change, publish, in one
 * transaction.
 */
package org.rapport.kit.writing;
