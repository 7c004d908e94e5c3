namespace Workflows.Rules.Judging;

/// <summary>What a registered action does when its rule was judged.</summary>
/// <param name="call">The action's settings and the rule's inputs.</param>
/// <returns>The rule's output; what it throws is reported as the action's failure.</returns>
public delegate ValueTask<object?> CustomAction(CustomActionCall call);
