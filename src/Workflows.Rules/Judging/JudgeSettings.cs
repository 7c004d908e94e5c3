using RulesEngine.Models;

namespace Workflows.Rules.Judging;

/// <summary>How <see cref="LenientJudge"/> answers; names and defaults are those of RulesEngine's own settings.</summary>
public sealed record JudgeSettings
{
    /// <summary>Types that expressions may name; their public members are within reach.</summary>
    /// <value>The default value is none.</value>
    public IReadOnlyCollection<Type> CustomTypes { get; init; } = [];

    /// <summary>Actions besides the built-in ones, by name; names are case-insensitive.</summary>
    /// <value>The default value is none.</value>
    public IReadOnlyDictionary<string, CustomAction> CustomActions { get; init; } =
        new Dictionary<string, CustomAction>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether mistakes and failures become messages of rules that do not hold; otherwise they are thrown.</summary>
    /// <value>The default value is true.</value>
    public bool EnableExceptionAsErrorMessage { get; init; } = true;

    /// <summary>Whether nothing is said about mistakes and failures.</summary>
    /// <value>The default value is false.</value>
    public bool IgnoreException { get; init; }

    /// <summary>Whether rules that do not hold say their error message, filled in.</summary>
    /// <value>The default value is true.</value>
    public bool EnableFormattedErrorMessage { get; init; } = true;

    /// <summary>Whether global and local parameters exist.</summary>
    /// <value>The default value is true.</value>
    public bool EnableScopedParams { get; init; } = true;

    /// <summary>Whether names in expressions must be written in the case they are declared in.</summary>
    /// <value>The default value is false.</value>
    public bool IsExpressionCaseSensitive { get; init; }

    /// <summary>Whether the types of inputs count as custom types.</summary>
    /// <value>The default value is true.</value>
    public bool AutoRegisterInputType { get; init; } = true;

    /// <summary>Whether nested rules stop being asked as soon as the parent's answer is certain.</summary>
    /// <value>The default value is false: all of them are asked.</value>
    public bool StopsNestedRulesEarly { get; init; }

    /// <summary>Whether FastExpressionCompiler compiles expressions instead of the framework.</summary>
    /// <value>The default value is false.</value>
    public bool UseFastExpressionCompiler { get; init; }

    /// <summary>Whether an expression that cannot be parsed is a mistake; otherwise it is the default of its type.</summary>
    /// <value>The default value is true.</value>
    public bool EnableExceptionAsErrorMessageForRuleExpressionParsing { get; init; } = true;

    /// <summary>Whether asking all rules runs their actions.</summary>
    /// <value>The default value is true.</value>
    public bool AutoExecuteActions { get; init; } = true;

    /// <summary>Whether many rules are compiled on several threads.</summary>
    /// <value>The default value is false.</value>
    public bool EnableParallelRuleCompilation { get; init; }

    /// <summary>How many compiled rules and expressions are kept; 0 keeps no expressions.</summary>
    /// <value>The default value is 1,000.</value>
    public int CacheSizeLimit { get; init; } = 1000;

    internal ReSettings ToEngine() =>
        new()
        {
            CustomTypes = [.. CustomTypes],
            CustomActions = RegisteredAction.All(CustomActions),
            EnableExceptionAsErrorMessage = EnableExceptionAsErrorMessage,
            IgnoreException = IgnoreException,
            EnableFormattedErrorMessage = EnableFormattedErrorMessage,
            EnableScopedParams = EnableScopedParams,
            IsExpressionCaseSensitive = IsExpressionCaseSensitive,
            AutoRegisterInputType = AutoRegisterInputType,
            NestedRuleExecutionMode = StopsNestedRulesEarly
                ? NestedRuleExecutionMode.Performance
                : NestedRuleExecutionMode.All,
            UseFastExpressionCompiler = UseFastExpressionCompiler,
            EnableExceptionAsErrorMessageForRuleExpressionParsing =
                EnableExceptionAsErrorMessageForRuleExpressionParsing,
            AutoExecuteActions = AutoExecuteActions,
            EnableParallelRuleCompilation = EnableParallelRuleCompilation,
            CacheConfig = new RulesEngine.HelperFunctions.MemCacheConfig { SizeLimit = CacheSizeLimit },
        };
}
