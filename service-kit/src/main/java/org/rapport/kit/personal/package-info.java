/** What a service holds on one person, for the service that answers to that person. */
package org.rapport.kit.personal;
