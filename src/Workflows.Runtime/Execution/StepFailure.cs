using System.Runtime.InteropServices;
using Workflows.Runtime.Activities;

namespace Workflows.Runtime.Execution;

/// <summary>What an exception of an activity means to the operator.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StepFailure(string Code, string Message, bool IsRetryable)
{
    public static StepFailure Of(Exception exception) =>
        exception switch
        {
            FaultException fault => new StepFailure(fault.Code, fault.Message, fault.IsRetryable),
            VariableNotFoundException => new StepFailure(nameof(VariableNotFoundException), exception.Message, false),
            Workflows.Expressions.ExpressionException expression => new StepFailure(
                expression.Code,
                expression.Message,
                false
            ),
            _ => new StepFailure(exception.GetType().Name, exception.Message, true),
        };
}
