/**
 * The report on what lasts after events: activity in the community, or exchanges of two. Nothing depends on it.
 */
package org.rapport.reporting.report.communityversusbilateral;
