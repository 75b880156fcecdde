/// A diagnosis for people and for machines: text, JSON, Markdown, HTML.
@NullMarked
package dev.whydunit.report;

import org.jspecify.annotations.NullMarked;
