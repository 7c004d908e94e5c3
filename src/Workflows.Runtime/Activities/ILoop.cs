namespace Workflows.Runtime.Activities;

/// <summary>An activity that runs its body again and again and that <c>Break</c> leaves.</summary>
public interface ILoop;
