namespace Workflows.Marketing.Templates;

/// <summary>What a template says of itself: its <c>template.json</c> (S0-06).</summary>
/// <param name="Schema">The format's version; <see cref="CurrentSchema"/>.</param>
/// <param name="Name">The folder's name, which is the workflow's definition id, too.</param>
/// <param name="Version">The template's version, for example <c>1.0.0</c>.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Industries">Whom it fits, some of <see cref="TemplateWords.Industries"/> (S0-23).</param>
/// <param name="Stage">From which stage of the private domain on it makes sense (S4-18).</param>
/// <param name="Play">How it sells, one of <see cref="TemplateWords.Plays"/>.</param>
/// <param name="Carriers">Where it speaks (S2-26).</param>
/// <param name="Roles">Who is needed.</param>
/// <param name="Kpi">What it is measured by.</param>
/// <param name="Sop">Who does what, when.</param>
/// <param name="Limits">What it must not exceed.</param>
/// <param name="Prepare">What has to be there before it is published.</param>
/// <param name="Expected">What figures to expect.</param>
/// <param name="Content">What content it needs.</param>
/// <param name="Parameters">What may be changed without drawing.</param>
/// <param name="Rules">The rule sets it asks.</param>
/// <param name="Sources">The requirements it fulfils.</param>
public sealed record Template(
    int Schema,
    string Name,
    string Version,
    TemplateText Title,
    TemplateText Purpose,
    IReadOnlyList<string> Industries,
    string Stage,
    string Play,
    IReadOnlyList<string> Carriers,
    IReadOnlyList<TemplateRole> Roles,
    TemplateKpi Kpi,
    IReadOnlyList<TemplateStep> Sop,
    IReadOnlyList<TemplateLimit> Limits,
    IReadOnlyList<TemplateText> Prepare,
    IReadOnlyList<ExpectedNumber> Expected,
    IReadOnlyList<ContentSlot> Content,
    IReadOnlyList<TemplateParameter> Parameters,
    IReadOnlyList<string> Rules,
    IReadOnlyList<string> Sources
)
{
    /// <summary>The version of the format that this product reads and writes.</summary>
    public const int CurrentSchema = 1;

    /// <summary>The workflows that the journey uses as activities, by definition id; they come with it.</summary>
    public IReadOnlyList<string> Workflows { get; init; } = [];
}
