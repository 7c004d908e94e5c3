namespace Workflows.Marketing.Content;

/// <summary>Contents, personas and files that travel together: what a folder <c>content</c> of a template holds.</summary>
public sealed record ContentPack
{
    /// <summary>The contents, each with where it was written.</summary>
    public IReadOnlyList<(string Source, ContentItem Item)> Items { get; init; } = [];

    /// <summary>The personas, each with where it was written.</summary>
    public IReadOnlyList<(string Source, Persona Persona)> Personas { get; init; } = [];

    /// <summary>The files by their names.</summary>
    public IReadOnlyDictionary<string, byte[]> Files { get; init; } =
        new Dictionary<string, byte[]>(StringComparer.Ordinal);

    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => Items.Count + Personas.Count + Files.Count == 0;
}
