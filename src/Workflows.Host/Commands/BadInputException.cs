namespace Workflows.Host.Commands;

/// <summary>
/// The caller's mistake, said in one line. It ends a command with <see cref="ExitCodes.BadInput"/>; the command line catches it.
/// </summary>
internal sealed class BadInputException(string message, Exception? innerException = null)
    : Exception(message, innerException);
