using Workflows.WeComEmulator.Seeds;

namespace Workflows.WeComEmulator.Controls;

/// <summary>What the emulator says when it is up.</summary>
internal static class Greeting
{
    public static void Print(CorpSeed seed, string address)
    {
        Console.WriteLine($"{seed.Name} ({seed.Id}) is open at {address}. Ctrl+C closes it.");
        Console.WriteLine($"  phones of customers and staff  {address}/phones");
        Console.WriteLine($"  e-mails                        {address}/mail");
        Console.WriteLine($"  what everybody received        {address}/_emu/log");
        Console.WriteLine($"  events go to                   {seed.Callback?.Url ?? "nobody"}");
        Console.WriteLine();
        Console.WriteLine("Start the server in another terminal: ./run");
    }
}
