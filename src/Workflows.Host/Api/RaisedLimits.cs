using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Expressions.Diagnostics;
using Workflows.Host.Auth;
using Workflows.Marketing.Limits.Rules;
using Workflows.Marketing.Plays.GroupBuy;
using Workflows.Rules.Json;
using Workflows.Storage.Users;

namespace Workflows.Host.Api;

/// <summary>Raising a limit above the advice of its source takes an administrator (S0-44, S2-29); lowering one does not.</summary>
internal sealed class RaisedLimits(RuleSetTrial trial)
{
    private static readonly string[] Guarded = [LimitRules.Name, GroupBuyPolicy.Name];

    /// <returns>The refusal, with what is raised; null where the caller may publish the document.</returns>
    public async Task<ProblemHttpResult?> RefuseAsync(
        string document,
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        if (request.HttpContext.User.Is(Role.Administrator) || !HoldsLimits(document))
        {
            return null;
        }

        var raised = (await trial.CheckAsync(document, cancellationToken))
            .Where(found =>
                found
                    is {
                        Code: LimitCodes.AboveSource or GroupBuyCodes.AboveAdvice,
                        Severity: DiagnosticSeverity.Warning
                    }
            )
            .ToArray();
        return raised.Length == 0
            ? null
            : Problems.Forbidden("Only an administrator raises a limit above the advice of its source.", raised);
    }

    private static bool HoldsLimits(string document) =>
        RuleSetReader
            .Read(document)
            .RuleSets?.Any(ruleSet => Guarded.Contains(ruleSet.Name, StringComparer.OrdinalIgnoreCase))
        ?? false;
}
