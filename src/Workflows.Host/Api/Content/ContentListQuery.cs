using Workflows.Marketing.Content;

namespace Workflows.Host.Api.Content;

/// <summary>Which part of the library.</summary>
/// <param name="Kind">Only of this kind.</param>
/// <param name="Category">Only of this category.</param>
/// <param name="State">Only where the newest version stands here.</param>
/// <param name="Value">Only with this value: Practical, Experience, Added, Gift, Identity, Social.</param>
/// <param name="Theme">Only of this theme: Persona, Knowledge, Sales, Expert.</param>
/// <param name="Persona">Only said by this persona.</param>
/// <param name="Search">Only with this in id or name.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
/// <param name="Limit">How many at most; 1 to 1000, 100 unless given.</param>
internal sealed record ContentListQuery(
    string? Kind,
    string? Category,
    ContentState? State,
    ContentValue? Value,
    ContentTheme? Theme,
    string? Persona,
    string? Search,
    string? After,
    int? Limit
)
{
    public ContentQuery ToQuery() =>
        new(After, Limit ?? Paging.DefaultLimit)
        {
            Kind = Kind,
            Category = Category,
            State = State,
            Value = Value,
            Theme = Theme,
            Persona = Persona,
            Search = Search,
        };
}
