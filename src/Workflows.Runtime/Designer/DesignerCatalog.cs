using System.Globalization;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Expressions;

namespace Workflows.Runtime.Designer;

/// <summary>
/// Everything a designer asks about what may be drawn: activities with their editors, notations, types, strategies; in the language asked for.
/// English is what the attributes say; other languages come from the assemblies' embedded <c>Texts-{culture}.json</c>. Safe on every thread.
/// </summary>
/// <param name="activities">The activity types.</param>
/// <param name="expressions">The notations.</param>
/// <param name="services">Where the choices of drop-downs come from; null offers those that need nothing.</param>
public sealed class DesignerCatalog(
    ActivityCatalog activities,
    ExpressionRegistry expressions,
    IServiceProvider? services = null
)
{
    private readonly InputOptions _options = new(services);

    /// <summary>All activity types, ordered by name and version.</summary>
    /// <param name="culture">The language.</param>
    /// <param name="usable">Published workflows that may be used as activities; see <see cref="DefinitionCatalog.ListUsableAsync"/>.</param>
    /// <param name="cancellationToken">Stops the look-ups.</param>
    public async ValueTask<IReadOnlyList<ActivityDescription>> ListActivitiesAsync(
        CultureInfo culture,
        IEnumerable<WorkflowDefinition> usable,
        CancellationToken cancellationToken
    )
    {
        var descriptions = new List<ActivityDescription>();
        foreach (var descriptor in activities.Descriptors)
        {
            descriptions.Add(
                await new ActivityDescriber(descriptor, culture, _options).DescribeAsync(cancellationToken)
            );
        }
        var known = descriptions.Select(description => (description.TypeName, description.Version)).ToHashSet();
        var texts = new DesignerTexts(culture);
        descriptions.AddRange(
            usable
                .Select(definition => EmbeddedDescriber.Describe(definition, texts))
                .Where(description => known.Add((description.TypeName, description.Version)))
        );
        return
        [
            .. descriptions
                .OrderBy(description => description.TypeName, StringComparer.Ordinal)
                .ThenBy(description => description.Version),
        ];
    }

    /// <summary>What the editor of one input needs to know now, such as the choices of its drop-down; null when there is no such input.</summary>
    /// <param name="typeName">The activity type.</param>
    /// <param name="inputName">The input.</param>
    /// <param name="inputs">What the operator has put into the activity so far; null where it is not known.</param>
    /// <param name="culture">The language.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public async ValueTask<IReadOnlyDictionary<string, object>?> FindSpecificationsAsync(
        string typeName,
        string inputName,
        ActivityInputs? inputs,
        CultureInfo culture,
        CancellationToken cancellationToken
    )
    {
        if (
            activities.Find(typeName) is not { } descriptor
            || ActivityDescriber
                .InputsOf(descriptor)
                .FirstOrDefault(input => string.Equals(input.Name, inputName, StringComparison.OrdinalIgnoreCase))
                is not { } member
        )
        {
            return null;
        }
        return await new ActivityDescriber(descriptor, culture, _options).SpecifyAsync(
            member,
            inputs,
            cancellationToken
        );
    }

    /// <summary>The notations inputs may be written in.</summary>
    /// <param name="culture">The language.</param>
    public IReadOnlyList<ExpressionDescription> ListExpressions(CultureInfo culture)
    {
        var texts = new DesignerTexts(culture);
        return
        [
            .. expressions.Kinds.Select(kind => new ExpressionDescription(
                kind.Type,
                texts.Of(kind.DisplayName),
                IsSerializable: true,
                kind.IsBrowsable,
                kind.CodeLanguage is { } language
                    ? new Dictionary<string, object>(StringComparer.Ordinal) { ["MonacoLanguage"] = language }
                    : []
            )),
        ];
    }

    /// <summary>The types variables, inputs and outputs of workflows may have.</summary>
    /// <param name="culture">The language.</param>
    public static IReadOnlyList<VariableTypeDescription> ListVariableTypes(CultureInfo culture) =>
        DesignerLists.VariableTypes(new DesignerTexts(culture));

    /// <summary>The places variables may be kept in.</summary>
    /// <param name="culture">The language.</param>
    public static IReadOnlyList<StorageDriverDescription> ListStorageDrivers(CultureInfo culture) =>
        DesignerLists.StorageDrivers(new DesignerTexts(culture));

    /// <summary>What an incident may do to its instance.</summary>
    /// <param name="culture">The language.</param>
    public static IReadOnlyList<StrategyDescription> ListIncidentStrategies(CultureInfo culture) =>
        DesignerLists.IncidentStrategies(new DesignerTexts(culture));

    /// <summary>When one more instance may begin.</summary>
    /// <param name="culture">The language.</param>
    public static IReadOnlyList<StrategyDescription> ListActivationStrategies(CultureInfo culture) =>
        DesignerLists.ActivationStrategies(new DesignerTexts(culture));

    /// <summary>What of an activity goes into the journal.</summary>
    /// <param name="culture">The language.</param>
    public static IReadOnlyList<StrategyDescription> ListLogPersistenceStrategies(CultureInfo culture) =>
        DesignerLists.LogPersistenceStrategies(new DesignerTexts(culture));

    /// <summary>How often and when failed activities may be tried again.</summary>
    /// <param name="culture">The language.</param>
    public static IReadOnlyList<RetryStrategyDescription> ListRetryStrategies(CultureInfo culture) =>
        DesignerLists.RetryStrategies(new DesignerTexts(culture));

    /// <summary>When a workflow commits; every turn commits once, whatever is chosen.</summary>
    /// <param name="culture">The language.</param>
    public static IReadOnlyList<CommitStrategyDescription> ListWorkflowCommitStrategies(CultureInfo culture) =>
        DesignerLists.WorkflowCommitStrategies(new DesignerTexts(culture));

    /// <summary>When an activity commits; every turn commits once, whatever is chosen.</summary>
    /// <param name="culture">The language.</param>
    public static IReadOnlyList<CommitStrategyDescription> ListActivityCommitStrategies(CultureInfo culture) =>
        DesignerLists.ActivityCommitStrategies(new DesignerTexts(culture));
}
