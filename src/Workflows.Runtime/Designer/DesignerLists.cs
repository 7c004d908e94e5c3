using Workflows.Runtime.Execution;

namespace Workflows.Runtime.Designer;

/// <summary>What designers may choose from, under the names documents hold.</summary>
internal static class DesignerLists
{
    private static readonly string[] Primitives =
    [
        "String",
        "Boolean",
        "Int32",
        "Int64",
        "Single",
        "Double",
        "Decimal",
        "Guid",
        "DateTime",
        "DateTimeOffset",
        "TimeSpan",
    ];

    private static readonly string[] Dynamics =
    [
        "Object",
        "JsonElement",
        "JsonNode",
        "JsonObject",
        "ExpandoObject",
        "ObjectDictionary",
        "StringDictionary",
    ];

    public static IReadOnlyList<VariableTypeDescription> VariableTypes(DesignerTexts texts) =>
        [
            .. Dynamics.Select(name => new VariableTypeDescription(name, texts.Of(name), texts.Of("Dynamic"))),
            .. Primitives.Select(name => new VariableTypeDescription(name, texts.Of(name), texts.Of("Primitives"))),
        ];

    public static IReadOnlyList<StorageDriverDescription> StorageDrivers(DesignerTexts texts) =>
        [
            new(
                "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core",
                texts.Of("Workflow Instance"),
                Priority: 5,
                Deprecated: false
            ),
            new(
                "Elsa.Workflows.MemoryStorageDriver, Elsa.Workflows.Core",
                texts.Of("Memory"),
                Priority: 0,
                Deprecated: false
            ),
        ];

    public static IReadOnlyList<StrategyDescription> IncidentStrategies(DesignerTexts texts) =>
        [
            Strategy(
                texts,
                "Elsa.Workflows.IncidentStrategies.FaultStrategy, Elsa.Workflows.Core",
                "Fault",
                "The instance ends faulted once its other branches came to rest."
            ),
            Strategy(
                texts,
                "Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core",
                "Continue with incidents",
                "The other branches go on; the instance keeps the incident and waits for an operator."
            ),
        ];

    public static IReadOnlyList<StrategyDescription> ActivationStrategies(DesignerTexts texts) =>
        [
            Activation(texts, "AllowAlwaysStrategy", "Always", "Every start begins one more instance."),
            Activation(
                texts,
                "SingletonStrategy",
                "Singleton",
                "Begins only while no instance of the workflow is running."
            ),
            Activation(
                texts,
                "CorrelationStrategy",
                "Correlation",
                "Begins only while no instance of any workflow with the same correlation id is running."
            ),
            Activation(
                texts,
                "CorrelatedSingletonStrategy",
                "Correlated singleton",
                "Begins only while no instance of the workflow with the same correlation id is running."
            ),
        ];

    public static IReadOnlyList<StrategyDescription> LogPersistenceStrategies(DesignerTexts texts) =>
        [
            LogPersistence(texts, "Inherit", "As the enclosing activity or the workflow says."),
            LogPersistence(texts, "Include", "Values go into the journal; secrets are masked."),
            LogPersistence(texts, "Exclude", "Values stay out of the journal."),
        ];

    public static IReadOnlyList<RetryStrategyDescription> RetryStrategies(DesignerTexts texts) =>
        [
            .. RetryStrategy.All.Select(strategy => new RetryStrategyDescription(
                strategy.Id,
                texts.Of(strategy.DisplayName),
                strategy.Policy?.MaxAttempts ?? 0,
                strategy.Policy?.Delay ?? TimeSpan.Zero,
                "Exponential"
            )),
        ];

    public static IReadOnlyList<CommitStrategyDescription> WorkflowCommitStrategies(DesignerTexts texts) =>
        [
            Commit(texts, "WorkflowExecuting", "Workflow Executing"),
            Commit(texts, "WorkflowExecuted", "Workflow Executed"),
            Commit(texts, "ActivityExecuting", "Activity Executing"),
            Commit(texts, "ActivityExecuted", "Activity Executed"),
        ];

    public static IReadOnlyList<CommitStrategyDescription> ActivityCommitStrategies(DesignerTexts texts) =>
        [Commit(texts, "Executing", "Executing"), Commit(texts, "Executed", "Executed")];

    private static StrategyDescription Activation(DesignerTexts texts, string name, string title, string description) =>
        Strategy(
            texts,
            $"Elsa.Workflows.Runtime.ActivationValidators.{name}, Elsa.Workflows.Runtime",
            title,
            description
        );

    private static StrategyDescription LogPersistence(DesignerTexts texts, string name, string description) =>
        Strategy(texts, $"Elsa.Workflows.LogPersistence.Strategies.{name}, Elsa.Workflows.Core", name, description);

    private static StrategyDescription Strategy(DesignerTexts texts, string name, string title, string description) =>
        new(name, texts.Of(title), texts.Of(description));

    private static CommitStrategyDescription Commit(DesignerTexts texts, string name, string title) =>
        new(name, texts.Of(title), texts.Of("Kept with the document; every turn commits once, as a whole."));
}
