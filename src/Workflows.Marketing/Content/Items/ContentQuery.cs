namespace Workflows.Marketing.Content;

/// <summary>Which contents to list, each by its newest version, in the order of their ids.</summary>
/// <param name="After">The last id of the page before, or null.</param>
/// <param name="Take">How many at most.</param>
public sealed record ContentQuery(string? After = null, int Take = 100)
{
    /// <summary>Only of this kind, or null.</summary>
    public string? Kind { get; init; }

    /// <summary>Only of this category, or null.</summary>
    public string? Category { get; init; }

    /// <summary>Only where the newest version stands here, or null.</summary>
    public ContentState? State { get; init; }

    /// <summary>Only with this value, or null.</summary>
    public ContentValue? Value { get; init; }

    /// <summary>Only of this theme, or null.</summary>
    public ContentTheme? Theme { get; init; }

    /// <summary>Only said by this persona, or null.</summary>
    public string? Persona { get; init; }

    /// <summary>Only where id or name have this in them, whatever the case; or null.</summary>
    public string? Search { get; init; }

    /// <summary>Only what may be sent, each by its newest version that may.</summary>
    public bool Sendable { get; init; }

    /// <summary>Whether the list shows this one.</summary>
    internal bool Takes(ContentVersion version)
    {
        var item = version.Item;
        return (After is null || string.CompareOrdinal(item.Id, After) > 0)
            && (Kind is null || item.Kind.Equals(Kind, StringComparison.Ordinal))
            && (Category is null || string.Equals(item.Category, Category, StringComparison.Ordinal))
            && (State is null || version.State == State)
            && (Value is null || item.Values.Contains(Value.Value))
            && (Theme is null || item.Theme == Theme)
            && (Persona is null || string.Equals(item.Persona, Persona, StringComparison.Ordinal))
            && (
                Search is null
                || item.Id.Contains(Search, StringComparison.OrdinalIgnoreCase)
                || item.Name.Contains(Search, StringComparison.OrdinalIgnoreCase)
            );
    }
}
