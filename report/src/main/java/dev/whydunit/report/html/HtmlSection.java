package dev.whydunit.report.html;

/// A part of the page.
interface HtmlSection {

    /// Where links to it point, `verdicts`.
    String id();

    /// Its heading.
    String title();

    /// Whether there is anything to show.
    boolean isShown();

    /// Writes what stands below the heading.
    void write(Html html);
}
