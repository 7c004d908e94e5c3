using RulesEngine.Actions;
using RulesEngine.Models;

namespace Workflows.Rules.Judging;

/// <summary>A registered action as Microsoft's engine wants it.</summary>
internal sealed class RegisteredAction(CustomAction action) : ActionBase
{
    public static Dictionary<string, Func<ActionBase>> All(IReadOnlyDictionary<string, CustomAction> actions) =>
        actions.ToDictionary(
            action => action.Key,
            action => (Func<ActionBase>)(() => new RegisteredAction(action.Value)),
            StringComparer.OrdinalIgnoreCase
        );

    public override async ValueTask<object?> Run(ActionContext context, RuleParameter[] ruleParameters) =>
        await action(new CustomActionCall(context, ruleParameters));
}
