namespace Workflows.Runtime.Activities;

/// <summary>
/// Continues an activity when one of its bookmarks is resumed. It must be a method of the activity's own class,
/// because a suspended workflow remembers it by name.
/// </summary>
/// <param name="context">The run.</param>
public delegate ValueTask ExecuteActivityDelegate(ActivityExecutionContext context);
