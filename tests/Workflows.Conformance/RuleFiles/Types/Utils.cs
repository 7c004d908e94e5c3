// The recorded rules name these types by this namespace.
namespace Corpus;

public static class Utils
{
    public const int Limit = 42;

    public static DateTime Epoch { get; } = new(1970, 1, 1);

    public static bool InCsv(string value, string csv) =>
        !string.IsNullOrEmpty(value) && !string.IsNullOrEmpty(csv) && csv.Split(',').Contains(value);

    public static int Add(int a, int b) => a + b;

    public static double Half(double value) => value / 2;

    public static decimal Tax(decimal amount, decimal rate) => amount * rate;

    public static object Boxed(int value) => value;

    public static int Fail(string message) => throw new InvalidOperationException(message);

    public static string Join(string a, string b, string c) => $"{a}-{b}-{c}";

    public static int Len(string text) => text.Length;

    public static int Overload(int _) => 1;

    public static int Overload(string _) => 2;

    public static int Opt(int a, int b = 10) => a + b;

    public static int Many(params int[] values) => values.Sum();
}
