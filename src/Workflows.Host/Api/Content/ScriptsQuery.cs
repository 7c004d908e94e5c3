namespace Workflows.Host.Api.Content;

/// <summary>Which scripts.</summary>
/// <param name="Category">Only of this category.</param>
/// <param name="Search">Only with this in id or name.</param>
/// <param name="Contact">The contact they are filled in for; as they are written unless given.</param>
/// <param name="Language">zh or en; the contact's attribute <c>language</c>, else zh, unless given.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
/// <param name="Limit">How many at most; 1 to 1000, 100 unless given.</param>
internal sealed record ScriptsQuery(
    string? Category,
    string? Search,
    Guid? Contact,
    string? Language,
    string? After,
    int? Limit
);
