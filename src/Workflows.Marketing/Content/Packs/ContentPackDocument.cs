namespace Workflows.Marketing.Content;

/// <summary>A JSON file of a folder of contents.</summary>
public sealed record ContentPackDocument
{
    /// <summary>The contents in it.</summary>
    public IReadOnlyList<ContentItem> Items
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The personas in it.</summary>
    public IReadOnlyList<Persona> Personas
    {
        get;
        init => field = value ?? [];
    } = [];
}
