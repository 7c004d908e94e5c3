namespace Workflows.Marketing.Content;

/// <summary>Who speaks: a persona, or IP (S1-39…41).</summary>
public sealed record Persona
{
    /// <summary>Its id: lower case letters, digits and hyphens, at most 64.</summary>
    public string Id
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Its name, as customers see it.</summary>
    public string Name
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>What it is to its customers.</summary>
    public PersonaType Type { get; init; }

    /// <summary>What it stands for (定位).</summary>
    public string? Positioning { get; init; }

    /// <summary>How it speaks.</summary>
    public string? Tone { get; init; }

    /// <summary>Its picture, by its name in the library; or null.</summary>
    public string? Avatar { get; init; }

    /// <summary>The cover of its Moments, by its name in the library; or null.</summary>
    public string? Background { get; init; }

    /// <summary>Words that it never says; contents that it says are held to it.</summary>
    public IReadOnlyList<string> ForbiddenWords
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>How its posts are built (标准模板), for authors; or null.</summary>
    public string? Template { get; init; }
}
