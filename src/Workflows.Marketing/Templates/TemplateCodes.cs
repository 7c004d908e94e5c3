namespace Workflows.Marketing.Templates;

/// <summary>The stable codes of what can be wrong with a template, or with installing it.</summary>
public static class TemplateCodes
{
    /// <summary>A file cannot be read, or is missing.</summary>
    public const string Unreadable = "TPL001";

    /// <summary>Something a template has to say is not said.</summary>
    public const string Missing = "TPL002";

    /// <summary>A text lacks one of the two languages.</summary>
    public const string Language = "TPL003";

    /// <summary>The journey asks a rule set or uses a workflow that the template does not bring, or the other way round.</summary>
    public const string Parts = "TPL004";

    /// <summary>A parameter has no place, another default than its place, or bounds its default breaks.</summary>
    public const string Parameter = "TPL005";

    /// <summary>A value given for a parameter is refused.</summary>
    public const string Value = "TPL006";

    /// <summary>The folder, the template and the workflow have different names.</summary>
    public const string Name = "TPL007";

    /// <summary>A word that is none of those to choose from.</summary>
    public const string Word = "TPL008";

    /// <summary>A figure that proves nothing is to decide (S0-47, S1-10).</summary>
    public const string VanityKpi = "TPL009";

    /// <summary>A package is refused: its format, its files or their sums.</summary>
    public const string Package = "TPL010";

    /// <summary>Something else is installed under the same name.</summary>
    public const string Conflict = "TPL011";

    /// <summary>Method, procedure or team is written and hollow: there is nothing to copy (S1-36).</summary>
    public const string Hollow = "TPL012";

    /// <summary>A template for growing lacks one of four things: team, persona, content, analysis (S1-22).</summary>
    public const string Unready = "TPL013";

    /// <summary>A project that begins is not led by an executive (S4-20).</summary>
    public const string Sponsor = "TPL014";

    /// <summary>The journey that holds the calendar of the groups is not installed (S1-45).</summary>
    public const string Calendar = "TPL015";

    /// <summary>Nobody answers for a step that happens by itself (S1-28).</summary>
    public const string Owner = "TPL016";
}
