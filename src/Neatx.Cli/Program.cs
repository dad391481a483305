Console.WriteLine("neatx");
