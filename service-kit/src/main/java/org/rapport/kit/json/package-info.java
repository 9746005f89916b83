/** Reading JSON strictly and text safely, alike in bodies, parameters and files. */
package org.rapport.kit.json;
