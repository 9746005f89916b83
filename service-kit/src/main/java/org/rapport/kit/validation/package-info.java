/** Checks of requests: Bean Validation and our own, all errors together. Depends on problem only. */
package org.rapport.kit.validation;
