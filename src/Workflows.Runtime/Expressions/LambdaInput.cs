using Workflows.Runtime.Activities;

namespace Workflows.Runtime.Expressions;

/// <summary>A typed name the host adds to <c>CSharp</c> expressions.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">Its type, which decides the members the text may use.</param>
/// <param name="Read">Its value in a run.</param>
public sealed record LambdaInput(string Name, Type Type, Func<ActivityExecutionContext, object?> Read);
